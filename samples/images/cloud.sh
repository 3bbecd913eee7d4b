# The cloud image: Debian with cloud-init, OpenSSH and sudo on a GPT disk that UEFI boots, from the packages of the system's APT sources.
# Sourced by build; takes about half a minute. Root, or a user who may have user namespaces.

readonly cloud_image=benchtop-cloud
readonly cloud_packages=(
    linux-image-cloud-amd64 systemd-boot-efi initramfs-tools zstd
    systemd-sysv systemd-resolved udev dbus libpam-systemd iproute2 netbase ca-certificates e2fsprogs fdisk cloud-guest-utils
    cloud-init openssh-server sudo
)
readonly cloud_esp_mib=48
readonly cloud_disk_type=4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709 # the root partition of x86-64, for systemd and for whoever looks

cloud_recipe() { sha256sum "$here/cloud.sh" | cut -d ' ' -f 1; }

# What the packages are told before and after they are configured; $1 is the system's root.
write_cloud_hooks() {
    cat >"$work/before" <<'EOF'
#!/bin/sh
set -e
mkdir -p "$1/etc/initramfs-tools/conf.d"
printf 'MODULES=list\nCOMPRESS=zstd\n' >"$1/etc/initramfs-tools/conf.d/small"
printf 'virtio_pci\nvirtio_blk\nvirtio_net\next4\n' >"$1/etc/initramfs-tools/modules"
EOF
    cat >"$work/after" <<EOF
#!/bin/sh
set -e
root=\$1
echo 'LABEL=root / ext4 rw,noatime 0 1' >"\$root/etc/fstab"
: >"\$root/etc/machine-id"
rm -f "\$root"/etc/ssh/ssh_host_* "\$root/etc/resolv.conf" "\$root/etc/hostname"
ln -s ../run/systemd/resolve/stub-resolv.conf "\$root/etc/resolv.conf"
cat >"\$root/etc/cloud/cloud.cfg.d/90-benchtop.cfg" <<'END'
datasource_list: [NoCloud, None]
manage_etc_hosts: true
locale: C.UTF-8
ssh_genkeytypes: [ed25519]
cloud_init_modules: [bootcmd, write_files, growpart, resizefs, set_hostname, update_hostname, update_etc_hosts, users_groups, ssh]
cloud_config_modules: [set_passwords, timezone, runcmd]
cloud_final_modules: [scripts_user, final_message]
output: {all: '>> /var/log/cloud-init-output.log'} # the console is the user's
END
mkdir -p "\$root/etc/systemd/system.conf.d"
printf '[Manager]\\nDefaultDeviceTimeoutSec=10min\\nDefaultTimeoutStartSec=10min\\n' >"\$root/etc/systemd/system.conf.d/90-slow-machine.conf"
for unit in apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer e2scrub_reap.service fstrim.timer man-db.timer; do
    ln -sf /dev/null "\$root/etc/systemd/system/\$unit"
done
systemctl --quiet --root="\$root" enable systemd-networkd systemd-resolved
rm -rf "\$root"/var/lib/apt/lists/* "\$root"/var/cache/apt/*
cp "\$root"/boot/vmlinuz-* "$work/boot/linux"
cp "\$root"/boot/initrd.img-* "$work/boot/initrd"
cp "\$root"/usr/lib/systemd/boot/efi/systemd-bootx64.efi "$work/boot/loader"
rm -f "\$root"/boot/initrd.img-*
size=\$((\$(du -sm "\$root" | cut -f 1) * 12 / 10 + 160))
unshare --mount sh -c 'mount --bind "\$1" "$work/bare" && E2FSPROGS_FAKE_TIME=$SOURCE_DATE_EPOCH mke2fs -q -t ext4 -L root \\
    -U 62656e63-6874-6f70-0000-0000000000c1 -E hash_seed=62656e63-6874-6f70-0000-0000000000c2 -d "$work/bare" "$work/boot/root" "\$2"' - "\$root" "\${size}M"
EOF
    chmod 755 "$work/before" "$work/after"
}

make_cloud_system() {
    local sources suite
    suite=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-stable}")
    mapfile -t sources < <(find /etc/apt/sources.list /etc/apt/sources.list.d -name '*.list' -o -name '*.sources' 2>/dev/null | xargs -r grep -lE "^[^#]*[[:space:]]$suite([[:space:]]|$)")
    ((${#sources[@]})) || mapfile -t sources < <(find /etc/apt/sources.list.d/debian.sources /etc/apt/sources.list 2>/dev/null) # they name stable, or sid
    ((${#sources[@]})) || fail "no file of the system's APT sources names $suite"
    write_cloud_hooks
    mkdir "$work/boot" "$work/bare" # bare: the root without /proc and the like, which are mounted meanwhile
    chmod 711 "$work"
    chmod 777 "$work/boot"
    mmdebstrap --quiet --architectures=amd64 --variant=minbase --format=null --include="$(IFS=,; echo "${cloud_packages[*]}")" \
        --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' --dpkgopt='path-exclude=/usr/share/locale/*' \
        --essential-hook="$work/before" --customize-hook="$work/after" "$suite" /dev/null "${sources[@]}" >"$work/mmdebstrap.log" 2>&1 ||
        fail "mmdebstrap could not make the system: $(tail -n 5 "$work/mmdebstrap.log")"
}

make_cloud_disk() {
    local disk=$1 root_mib
    root_mib=$(($(stat -c %s "$work/boot/root") / 1048576))
    truncate -s "$((cloud_esp_mib + root_mib + 2))M" "$disk"
    sfdisk -q "$disk" <<EOF
label: gpt
label-id: 62656e63-6874-6f70-0000-0000000000c0
start=2048, size=$((cloud_esp_mib * 2048)), type=uefi, name=ESP
size=$((root_mib * 2048)), type=$cloud_disk_type, name=root
EOF
    mformat -i "$disk@@1M" -F -v ESP -N 62746f70 -T $((cloud_esp_mib * 2048)) -h 64 -s 32 ::
    mmd -i "$disk@@1M" ::/EFI ::/EFI/BOOT ::/loader ::/loader/entries
    put "$disk" "$work/boot/loader" /EFI/BOOT/BOOTX64.EFI
    put "$disk" "$work/boot/linux" /linux
    put "$disk" "$work/boot/initrd" /initrd
    put_text "$disk" /loader/loader.conf <<<'timeout 0'
    put_text "$disk" /loader/entries/debian.conf <<EOF
title   Debian
linux   /linux
initrd  /initrd
options root=LABEL=root rw console=tty0 console=ttyS0 no_timer_check quiet
EOF
    dd if="$work/boot/root" of="$disk" bs=1M seek=$((cloud_esp_mib + 1)) conv=notrunc,sparse status=none
}

build_cloud() {
    local recipe started=$SECONDS file=$cloud_image.img.zst
    recipe=$(cloud_recipe)
    [[ -n $refresh ]] || ! is_current "$recipe" "$file" || return 0
    [[ $(dpkg --print-architecture 2>/dev/null) == amd64 ]] || fail "$file is built on amd64 machines with Debian only"
    need_tools mmdebstrap:mmdebstrap mke2fs:e2fsprogs sfdisk:fdisk mformat:mtools zstd:zstd
    say "Building $file (half a minute)"
    make_cloud_system
    make_cloud_disk "$work/cloud"
    zstd -q -3 -T0 "$work/cloud" -o "$work/$file"
    publish "$recipe" "$file"
    say "Built $file in $((SECONDS - started)) s"
}
