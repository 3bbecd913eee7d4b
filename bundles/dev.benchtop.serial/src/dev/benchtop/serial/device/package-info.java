/** Serial ports of this machine; the one package that knows jSerialComm. */
package dev.benchtop.serial.device;
