package dev.benchtop.network.ssh;
