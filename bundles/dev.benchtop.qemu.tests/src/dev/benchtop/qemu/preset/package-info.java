package dev.benchtop.qemu.preset;
