package dev.benchtop.qemu.cloud;
