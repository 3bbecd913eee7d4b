/** Folders of SSH servers as storages, over Apache MINA SSHD. */
package dev.benchtop.storage.sftp;
