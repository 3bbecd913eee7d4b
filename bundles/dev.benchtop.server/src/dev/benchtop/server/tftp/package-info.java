/**
 * A TFTP server (RFC 1350, 2347, 2348, 2349, 7440) on NIO. It knows no drivers: {@link dev.benchtop.server.tftp.TftpFiles} says what a
 * name means, {@link dev.benchtop.server.tftp.TftpListener} hears what happens.
 */
package dev.benchtop.server.tftp;
