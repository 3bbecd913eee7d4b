package dev.benchtop.e2e;
