/** Places that a user can name, and what is done between them: copies, queues of copies, checksums. */
package dev.benchtop.core.storage;
