package dev.benchtop.ui.internal;

/** What happens to boards that are on when the window closes. */
enum OnQuit {
	ASK, LEAVE_ON, SWITCH_OFF
}
