/** An HTTP/1.1 server (RFC 9110, RFC 9112) of files in any file system. It knows nothing of drivers. */
package dev.benchtop.server.http;
