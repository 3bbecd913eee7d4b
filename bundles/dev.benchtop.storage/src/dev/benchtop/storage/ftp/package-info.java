/** Storages on FTP servers (RFC 959, 2228, 2389, 2428, 3659, 4217). */
package dev.benchtop.storage.ftp;
