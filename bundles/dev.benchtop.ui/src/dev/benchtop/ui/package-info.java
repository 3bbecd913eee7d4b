/** What the rooms of the window share: the open bench, the services that a room contributes, icons, work in the background, errors. */
package dev.benchtop.ui;
