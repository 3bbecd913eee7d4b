package dev.benchtop.cli;
