/** Serial consoles: ports on this machine, telnet, RFC 2217 and sockets. */
package dev.benchtop.serial;
