package dev.benchtop.ui.internal.handlers;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.ui.PlatformUI;

import dev.benchtop.ui.BenchSession;
import dev.benchtop.ui.internal.Samples;

/** <i>Open the sample bench</i> */
public final class OpenSampleHandler extends AbstractHandler {

	@Override
	public boolean isEnabled() {
		return Samples.bench().isPresent();
	}

	@Override
	public Object execute(ExecutionEvent event) {
		Samples.bench().ifPresent(PlatformUI.getWorkbench().getService(BenchSession.class)::open);
		return null;
	}
}
