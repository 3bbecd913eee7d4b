# What the system of a fake board has instead of its hardware; $B is its folder.
DEV=/dev/mmcblk1
stty() { :; }
dmesg() { :; }
udhcpc() { :; }
route() { :; }
sync() { :; }
date() { :; }
reboot() { echo 'reboot: Restarting system'; }
ifconfig() { echo '          inet addr:127.0.0.1  Mask:255.0.0.0'; }
blockdev() { stat -c %s "$B/disk"; }
ls() { if [ "$2" = /sys/class/block/ ]; then [ -e "$B/NO_DISK" ] || echo "lrwxrwxrwx 1 root root 0 Jan 1 00:00 mmcblk1 -> ../../devices/platform/bus@100000/4fb0000.mmc/mmc_host/mmc1/mmc1:aaaa/block/mmcblk1"; else command ls "$@"; fi; }
test() { if [ "$1" = -b ]; then [ "$2" = $DEV ] && [ ! -e "$B/NO_DISK" ]; else builtin test "$@"; fi; }
sleep() { :; }
dd() {
	local a=() of=
	for x in "$@"; do
		case $x in oflag=direct) ;; of=$DEV) of=1; a+=("of=$B/disk" conv=notrunc) ;; of=/dev/null) a+=("$x") ;; of=/dev/*) echo "dd: no disk ${x#of=}" >&2; return 1 ;; if=$DEV) a+=("if=$B/disk") ;; conv=notrunc) ;; *) a+=("$x") ;; esac
	done
	if [ -n "$of" ]; then
		for f in DD_ERROR:'Input/output error' NO_SPACE:'No space left on device'; do
			if [ -e "$B/${f%%:*}" ]; then rm "$B/${f%%:*}"; echo "dd: error writing '$DEV': ${f#*:}" >&2; return 1; fi
		done
	fi
	command dd "${a[@]}" || return
	if [ -n "$of" ] && [ -e "$B/WRONG_BYTES" ]; then rm "$B/WRONG_BYTES"; printf 'broken' | command dd of="$B/disk" conv=notrunc 2>/dev/null; fi
}
sh() { sed "s#/tmp/bt#$B/bt#g" "$1" > "$1.x"; bash "$1.x"; }
if [ -e "$B/FLS" ]; then fls() { curl -fsSL "$6" | dd of="$7" bs=1M iflag=fullblock; }; fi
export -f dd
export DEV
