package dev.benchtop.uboot.dialogue;

import java.time.Duration;

import dev.benchtop.core.Secret;

/**
 * How one comes to the shell of a booted system.
 *
 * @param loginPrompt what it asks for the user with
 * @param prompt the prompt after the login
 * @param user empty where there is no login
 * @param password null where it asks for none
 * @param boot how long it may take until it asks
 * @param login how long each step of the login may take
 * @param uboot U-Boot's prompt, to which a failed boot command comes back
 */
public record ShellOptions(String loginPrompt, String prompt, String user, Secret password, Duration boot, Duration login, String uboot) {
}
