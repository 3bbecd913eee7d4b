/** File servers that boards load from: TFTP and HTTP over any storage. */
package dev.benchtop.server;
