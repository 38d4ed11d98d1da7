package io.channelkeeper.organization.web;

import java.util.List;
import java.util.Optional;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.RequestAttributes;

import io.channelkeeper.organization.Viewer;

/**
 * Who is signed in, as this request knows it.
 *
 * @param viewer in the organization being looked at
 * @param everywhere in every organization that lets the person in
 */
record CurrentViewer(Viewer viewer, List<Viewer> everywhere) {

	private static final String ATTRIBUTE = CurrentViewer.class.getName();

	void putInto(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	static Optional<CurrentViewer> of(HttpServletRequest request) {
		return Optional.ofNullable((CurrentViewer) request.getAttribute(ATTRIBUTE));
	}

	static Optional<CurrentViewer> of(RequestAttributes request) {
		return Optional.ofNullable((CurrentViewer) request.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST));
	}

}
