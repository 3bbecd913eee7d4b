/** The forms that images are packed in, each found by its magic bytes. */
package dev.benchtop.image.format;
