package io.channelkeeper.picture.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.NetworkDesk.ApiStanding;
import io.channelkeeper.connection.NetworkDesk.ProviderStanding;
import io.channelkeeper.network.Network;
import io.channelkeeper.network.NetworkId;
import io.channelkeeper.network.Networks;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureRun;
import io.channelkeeper.picture.PictureRun.Part;
import io.channelkeeper.picture.PictureRun.Scope;
import io.channelkeeper.picture.PictureRuns.CycleFigures;
import io.channelkeeper.picture.ReadingOutcome;

/**
 * Puts into words what works in the background.
 */
@Component
class JobsViews {

	private static final int MINUTE = 60;

	private static final int HOUR = 60 * MINUTE;

	/** From here on hours are counted. */
	private static final int LONG = 90 * MINUTE;

	private final ErrandTexts texts;

	private final Networks networks;

	JobsViews(ErrandTexts texts, Networks networks) {
		this.texts = texts;
		this.networks = networks;
	}

	JobsView view(Viewer viewer, List<PictureRun> runs, CycleFigures figures, List<ProviderStanding> providers,
			Locale language) {
		return new JobsView(plan(figures, language),
				figures.lately().stream().map((part) -> part(part, language)).toList(),
				providers.stream()
					.flatMap((provider) -> provider.apis()
						.stream()
						.map((api) -> limit(api, provider.provider().name(), language)))
					.toList(),
				runs.stream().map((run) -> run(run, viewer, language)).toList());
	}

	private List<String> plan(CycleFigures figures, Locale language) {
		Stream<String> due = figures.automatic()
				? Stream.of(text("picture.jobs.today", language, figures.today()),
						text("picture.jobs.month", language, figures.month()))
				: Stream.of(text("picture.jobs.off", language));
		return Stream.concat(due, (figures.closed() > 0)
				? Stream.of(text("picture.jobs.closed", language, figures.closed())) : Stream.empty())
			.toList();
	}

	private JobsView.Limit limit(ApiStanding api, String provider, Locale language) {
		String left = (api.callsLeft() != null) ? text("picture.jobs.calls", language, api.callsLeft())
				: (api.usedPercent() != null) ? text("picture.jobs.used", language, api.usedPercent()) : null;
		return new JobsView.Limit(title(api.api(), provider, language), left, api.closedUntil());
	}

	/** An API that has the name of a network after its provider's is that network's. */
	private String title(String api, String provider, Locale language) {
		String[] parts = api.split("/", 2);
		if (parts.length == 1) {
			return text("picture.jobs.limit", language, provider);
		}
		if (parts[1].equals("lookup")) {
			return text("picture.jobs.limit.lookup", language, provider);
		}
		return text("picture.jobs.limit", language,
				this.networks.find(new NetworkId(parts[1]))
					.or(() -> this.networks.find(new NetworkId(parts[0] + "-" + parts[1])))
					.map(Network::name)
					.orElse(provider));
	}

	private JobsView.Run run(PictureRun run, Viewer viewer, Locale language) {
		String asked = viewer.operator()
				? text("picture.jobs.asked.in", language, run.askedBy(), run.organizationName())
				: text("picture.jobs.asked", language, run.askedBy());
		return new JobsView.Run(run.id(), title(run, language), asked, run.askedAt(), run.total(), run.done(),
				text("picture.jobs.done", language, run.done(), run.total()),
				run.isOver() ? "OVER" : run.isRunning() ? "RUNNING" : "STOPPED",
				run.isRunning() ? left(run.left(), language) : null,
				run.parts().stream().map((part) -> part(part, language)).toList());
	}

	private String title(PictureRun run, Locale language) {
		PictureRun.Only only = run.only();
		if (run.scope() == Scope.CHANNEL && only != null) {
			return text("picture.jobs.of.one", language,
					this.texts.shown(only.network(), only.handle(), only.displayName()),
					this.networks.get(only.network()).name());
		}
		return text("picture.jobs.of", language, (run.about() != null) ? run.about() : run.organizationName());
	}

	/** Which of these runs ended or were stopped since, or null for none. */
	@Nullable String told(JobsView view, Set<UUID> running, Locale language) {
		String told = view.runs()
			.stream()
			.filter((run) -> running.contains(run.id()) && !run.state().equals("RUNNING"))
			.map((run) -> text("picture.jobs.told." + run.state(), language, run.title()))
			.collect(Collectors.joining(". "));
		return told.isEmpty() ? null : told;
	}

	private @Nullable String left(@Nullable Duration left, Locale language) {
		if (left == null) {
			return null;
		}
		long seconds = left.toSeconds();
		return (seconds < LONG) ? text("picture.jobs.left", language, 1 + Math.max(0, seconds - 1) / MINUTE)
				: text("picture.jobs.left.hours", language, (seconds + HOUR / 2) / HOUR);
	}

	private String part(Part part, Locale language) {
		boolean plain = part.outcome() == ReadingOutcome.CHANGED || part.outcome() == ReadingOutcome.UNCHANGED;
		String what = "picture.jobs.part." + part.outcome();
		return plain ? text(what, language, part.channels())
				: text(what, language, part.channels(), this.texts.reason(part.reason(), language));
	}

	String text(String key, Locale language, Object... arguments) {
		return this.texts.text(key, language, arguments);
	}

}
