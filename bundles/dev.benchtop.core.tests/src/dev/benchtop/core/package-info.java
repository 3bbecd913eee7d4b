package dev.benchtop.core;
