/** Consoles over telnet, and ports of other machines by RFC 2217; the one package that knows Commons Net. */
package dev.benchtop.serial.telnet;
