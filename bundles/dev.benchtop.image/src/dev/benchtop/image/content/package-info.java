/** What lies in an image: partitions, file systems, containers, and what files beside it say. */
package dev.benchtop.image.content;
