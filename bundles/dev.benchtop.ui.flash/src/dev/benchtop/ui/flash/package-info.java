package dev.benchtop.ui.flash;
