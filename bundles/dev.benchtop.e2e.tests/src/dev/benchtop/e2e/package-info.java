/** Tests in the real workbench and with the product itself, on machines that boot. */
package dev.benchtop.e2e;
