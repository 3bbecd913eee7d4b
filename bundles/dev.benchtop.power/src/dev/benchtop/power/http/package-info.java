/** Power switches that are reached by HTTP: smart plugs of Shelly and Tasmota, and any URL. */
package dev.benchtop.power.http;
