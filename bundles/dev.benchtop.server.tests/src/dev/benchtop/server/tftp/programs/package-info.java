/** Programs that take longer than tests may; the scripts in releng/benchmarks start them. */
package dev.benchtop.server.tftp.programs;
