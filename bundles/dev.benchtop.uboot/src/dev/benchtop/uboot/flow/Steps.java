package dev.benchtop.uboot.flow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.eclipse.osgi.util.NLS;

import dev.benchtop.core.BenchException;
import dev.benchtop.core.ByteSize;
import dev.benchtop.core.flash.FlashRequest;
import dev.benchtop.image.ImageInfo;
import dev.benchtop.uboot.bundle.FlasherBundle;
import dev.benchtop.uboot.flow.UbootFlasherConfig.After;
import dev.benchtop.uboot.flow.UbootFlasherConfig.Unpack;

/** A plan in plain words. */
final class Steps {

	private Steps() {
	}

	static List<String> of(UbootFlasherConfig config, FlasherBundle bundle, FlashRequest request, String target, ImageInfo info, Rates rates)
			throws BenchException {
		final var steps = new ArrayList<String>();
		steps.add(Messages.Steps_power);
		steps.add(NLS.bind(Messages.Steps_boot, bundle.manifest().name(), bundle.label()));
		if (!bundle.manifest().spec().preflashCommands().isEmpty()) {
			steps.add(NLS.bind(Messages.Steps_preflash, String.join("; ", bundle.manifest().spec().preflashCommands()))); //$NON-NLS-1$
		}
		steps.add(NLS.bind(Messages.Steps_write, new Object[] {request.label(), bundle.target(Optional.of(target)).text(), target}));
		if (!info.format().equals(ImageInfo.RAW)) {
			steps.add(unpack(config, info, rates));
		}
		info.map().ifPresent(map -> steps.add(NLS.bind(Messages.Steps_mapped, map.name())));
		steps.add(request.verify() ? Messages.Steps_verify : Messages.Steps_noVerify);
		steps.add(switch (request.followed() ? After.KEEP : config.after()) {
		case POWER_OFF -> Messages.Steps_powerOff;
		case REBOOT -> Messages.Steps_reboot;
		case KEEP -> Messages.Steps_keep;
		});
		steps.addAll(info.notes());
		return steps;
	}

	private static String unpack(UbootFlasherConfig config, ImageInfo info, Rates rates) {
		if (config.unpack() != Unpack.AUTO) {
			return config.unpack() == Unpack.BOARD ? Messages.Steps_unpackBoard : Messages.Steps_unpackHost;
		}
		final var board = rates.of(info.format());
		final var host = rates.of(ImageInfo.RAW);
		if (board.isEmpty() || host.isEmpty()) {
			return Messages.Steps_unpackMeasured;
		}
		return NLS.bind(board.getAsLong() > host.getAsLong() ? Messages.Steps_unpackBoardFaster : Messages.Steps_unpackHostFaster,
				new ByteSize(board.getAsLong()).display(), new ByteSize(host.getAsLong()).display());
	}
}
