/** Outlets of power distribution units that speak SNMP; all of SNMP4J's imports are here. */
package dev.benchtop.power.snmp;
