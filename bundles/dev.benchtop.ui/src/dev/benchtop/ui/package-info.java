package dev.benchtop.ui;
