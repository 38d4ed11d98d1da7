package io.channelkeeper.portfolio.web;

import org.jspecify.annotations.Nullable;
import org.thymeleaf.context.LazyContextVariable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.Alarm;
import io.channelkeeper.portfolio.AlarmService;

/**
 * Lets every page say that channels are interrupted (H-9). Only what shows it asks for
 * it: pieces of pages, redirects and public pages cost nothing.
 */
@ControllerAdvice
class AlarmAdvice {

	private final AlarmService alarms;

	AlarmAdvice(AlarmService alarms) {
		this.alarms = alarms;
	}

	@ModelAttribute("alarm")
	@Nullable LazyContextVariable<Alarm> alarm(@Nullable Viewer viewer) {
		return (viewer != null) ? new LazyAlarm(this.alarms, viewer) : null;
	}

	/** Looked up when a template shows it, and then once. */
	private static final class LazyAlarm extends LazyContextVariable<Alarm> {

		private final AlarmService alarms;

		private final Viewer viewer;

		LazyAlarm(AlarmService alarms, Viewer viewer) {
			this.alarms = alarms;
			this.viewer = viewer;
		}

		@Override
		protected Alarm loadValue() {
			return this.alarms.alarm(this.viewer);
		}

	}

}
