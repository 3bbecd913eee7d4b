package dev.benchtop.qemu;
