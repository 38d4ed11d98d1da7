package practice;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which network answers wrongly at the moment, and how often it will.
 */
public final class Faults {

	private final Map<String, Planned> planned = new TreeMap<>();

	/**
	 * Lets a network answer wrongly.
	 * @param calls for how many calls; zero or less means until switched off
	 * @param path only calls whose path contains this; empty for all
	 */
	public synchronized void plan(String network, Fault fault, int calls, String path) {
		this.planned.put(network, new Planned(fault, (calls > 0) ? calls : Integer.MAX_VALUE, path));
	}

	/** The network answers rightly again. */
	public synchronized void end(String network) {
		this.planned.remove(network);
	}

	/** Every network answers rightly again. */
	public synchronized void end() {
		this.planned.clear();
	}

	/** What this call gets instead of its answer; uses up one of the planned calls. */
	public synchronized Optional<Fault> take(String network, String path) {
		Planned plan = this.planned.get(network);
		if (plan == null || !path.contains(plan.path())) {
			return Optional.empty();
		}
		if (plan.calls() == 1) {
			this.planned.remove(network);
		}
		else if (plan.calls() < Integer.MAX_VALUE) {
			this.planned.put(network, new Planned(plan.fault(), plan.calls() - 1, plan.path()));
		}
		return Optional.of(plan.fault());
	}

	/** What is planned, by network. */
	public synchronized Map<String, Planned> planned() {
		return Map.copyOf(this.planned);
	}

	/**
	 * A fault to come.
	 *
	 * @param fault which one
	 * @param calls how many calls are still to get it
	 * @param path part of the path that a call must have
	 */
	public record Planned(Fault fault, int calls, String path) {

		/** As people read it. */
		public String remaining() {
			return (this.calls == Integer.MAX_VALUE) ? "until switched off" : "for " + this.calls + " more calls";
		}
	}

}
