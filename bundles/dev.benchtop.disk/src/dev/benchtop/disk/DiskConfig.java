package dev.benchtop.disk;

import dev.benchtop.core.driver.Option;

/**
 * The configuration of {@code type: disk}.
 *
 * @param device its device file, best by a name that stays: {@code /dev/disk/by-id/…}
 * @param serial its serial number, where no device is named
 */
public record DiskConfig(@Option(proposals = "/dev/disk/by-id/") String device, @Option String serial) {
}
