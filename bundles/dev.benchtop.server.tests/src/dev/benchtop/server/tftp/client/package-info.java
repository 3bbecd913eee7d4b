/** A TFTP client with windows (RFC 7440), which common clients lack, and a relay that loses packets. */
package dev.benchtop.server.tftp.client;
