package dev.benchtop.qemu.preset;

import java.util.List;
import java.util.Map;

import org.osgi.service.component.annotations.Component;

import dev.benchtop.core.spi.BoardTemplate;

/** Proposes a virtual board for cloud images, with a user who can log in. */
@Component(service = BoardTemplate.class)
public final class CloudTemplate extends Preset {

	public CloudTemplate() {
		super("qemu-cloud", Messages.CloudTemplate_label, Messages.CloudTemplate_description, board(Host.arch(), UEFI)); //$NON-NLS-1$
	}

	/** Each board gets a password of its own. */
	@Override
	public Map<String, Object> config() {
		return forCloud(super.config());
	}

	/** Adds what a cloud image wants: room, a user with a password that nobody knows yet, and the way to its SSH server. */
	static Map<String, Object> forCloud(Map<String, Object> config) {
		config.put("mem", "1G"); //$NON-NLS-1$ //$NON-NLS-2$
		config.put("smp", 2); //$NON-NLS-1$
		config.put("disks", Map.of("root", Map.of("size", "10G"))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$ //$NON-NLS-4$
		config.put("username", "benchtop"); //$NON-NLS-1$ //$NON-NLS-2$
		config.put("password", Passphrase.random()); //$NON-NLS-1$
		Host.publicKey().ifPresent(key -> config.put("ssh_authorized_keys", List.of(key))); //$NON-NLS-1$
		config.put("hostfwd", Map.of("ssh", Map.of("guestport", 22))); //$NON-NLS-1$ //$NON-NLS-2$ //$NON-NLS-3$
		return config;
	}
}
