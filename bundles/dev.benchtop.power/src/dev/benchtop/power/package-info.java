/** Power switches: smart plugs, commands, relays, SNMP outlets and USB hubs. */
package dev.benchtop.power;
