package dev.benchtop.image;
