/** What file servers serve, and what they tell of it: the model that all protocols share. */
package dev.benchtop.server.files;
