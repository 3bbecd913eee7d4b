/** Which serial ports there are, and which of them a name means. */
package dev.benchtop.serial.find;
