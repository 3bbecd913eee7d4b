/** Files over a console: raw, paced, and by XMODEM, YMODEM and ZMODEM. */
package dev.benchtop.core.console.modem;
