/** USB transfers by java-does-usb; nothing else knows that library. */
package dev.benchtop.disk.mux.usb;
