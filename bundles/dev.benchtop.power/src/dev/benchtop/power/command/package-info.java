/** Power switches that are other programs: any command line, and uhubctl for the ports of USB hubs. */
package dev.benchtop.power.command;
