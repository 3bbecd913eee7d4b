/** Tests of images against the tools that make them. */
package dev.benchtop.image;
