package io.channelkeeper.support;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Finds out which processes have ended. One look is not enough: a database that was just
 * restarted knows nobody at first.
 */
public final class ProcessWatch {

	private final ProcessRegister processes;

	private final Set<UUID> seemedGone = new HashSet<>();

	public ProcessWatch(ProcessRegister processes) {
		this.processes = processes;
	}

	/**
	 * Looks once more.
	 * @param processes whom to look for; this process itself is never gone
	 * @return those that were gone the last time, too
	 */
	public synchronized Set<UUID> gone(Collection<UUID> processes) {
		Set<UUID> gone = processes.stream()
			.filter((process) -> !process.equals(this.processes.id()))
			.filter(this.processes::isGone)
			.collect(Collectors.toSet());
		Set<UUID> twice = gone.stream().filter(this.seemedGone::contains).collect(Collectors.toSet());
		this.seemedGone.clear();
		this.seemedGone.addAll(gone);
		return twice;
	}

}
