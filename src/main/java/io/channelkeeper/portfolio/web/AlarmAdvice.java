package io.channelkeeper.portfolio.web;

import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import io.channelkeeper.organization.Viewer;
import io.channelkeeper.portfolio.Alarm;
import io.channelkeeper.portfolio.AlarmService;
import io.channelkeeper.support.web.LazyVariable;

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
	@Nullable LazyVariable<Alarm> alarm(@Nullable Viewer viewer) {
		return (viewer != null) ? new LazyVariable<>(() -> this.alarms.alarm(viewer)) : null;
	}

}
