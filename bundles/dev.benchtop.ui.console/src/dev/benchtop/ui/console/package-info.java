package dev.benchtop.ui.console;
