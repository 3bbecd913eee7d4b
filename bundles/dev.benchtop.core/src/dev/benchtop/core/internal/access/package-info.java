/** Who may do what: holds of boards among processes, and trusted folders. */
package dev.benchtop.core.internal.access;
