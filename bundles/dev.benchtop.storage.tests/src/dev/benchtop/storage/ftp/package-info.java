/** FTP against real servers, and against one that fails on purpose. */
package dev.benchtop.storage.ftp;
