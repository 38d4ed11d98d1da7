package io.channelkeeper.picture.web;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

import io.channelkeeper.connection.NetworkDesk.ApiStanding;
import io.channelkeeper.connection.NetworkDesk.ProviderStanding;
import io.channelkeeper.organization.Viewer;
import io.channelkeeper.picture.PictureRun;
import io.channelkeeper.picture.PictureRun.Part;
import io.channelkeeper.picture.PictureRuns.CycleFigures;
import io.channelkeeper.picture.ReadingOutcome;

/**
 * Puts into words what works in the background.
 */
@Component
class JobsViews {

	private static final int MINUTE = 60;

	private final ErrandTexts texts;

	JobsViews(ErrandTexts texts) {
		this.texts = texts;
	}

	JobsView view(Viewer viewer, List<PictureRun> runs, CycleFigures figures, List<ProviderStanding> providers,
			Locale language) {
		return new JobsView(plan(figures, language),
				figures.lately().stream().map((part) -> part(part, language)).toList(),
				providers.stream()
					.flatMap((provider) -> provider.apis().stream())
					.map((api) -> limit(api, language))
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

	private JobsView.Limit limit(ApiStanding api, Locale language) {
		String left = (api.callsLeft() != null) ? text("picture.jobs.calls", language, api.callsLeft())
				: (api.usedPercent() != null) ? text("picture.jobs.used", language, api.usedPercent()) : null;
		return new JobsView.Limit(api.api(), left, api.closedUntil());
	}

	private JobsView.Run run(PictureRun run, Viewer viewer, Locale language) {
		String title = (run.about() != null) ? text("picture.jobs.of", language, run.about())
				: text("picture.jobs.of", language, run.organizationName());
		String asked = viewer.operator()
				? text("picture.jobs.asked.in", language, run.askedBy(), run.organizationName())
				: text("picture.jobs.asked", language, run.askedBy());
		return new JobsView.Run(run.id(), title, asked, run.askedAt(), run.total(), run.done(),
				text("picture.jobs.done", language, run.done(), run.total()),
				run.isOver() ? "OVER" : run.isRunning() ? "RUNNING" : "STOPPED",
				run.isRunning() ? left(run.left(), language) : null,
				run.parts().stream().map((part) -> part(part, language)).toList());
	}

	private @Nullable String left(@Nullable Duration left, Locale language) {
		return (left == null) ? null
				: text("picture.jobs.left", language, 1 + Math.max(0, left.toSeconds() - 1) / MINUTE);
	}

	private String part(Part part, Locale language) {
		boolean plain = part.outcome() == ReadingOutcome.CHANGED || part.outcome() == ReadingOutcome.UNCHANGED;
		String what = "picture.jobs.part." + part.outcome();
		return plain ? text(what, language, part.channels())
				: text(what, language, part.channels(), this.texts.reason(part.reason(), language));
	}

	private String text(String key, Locale language, Object... arguments) {
		return this.texts.text(key, language, arguments);
	}

}
