package io.channelkeeper.organization.web;

import java.util.List;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

import io.channelkeeper.organization.Viewer;

/**
 * Tells every page who is signed in, and in which organizations that person is.
 */
@ControllerAdvice
class ViewerAdvice {

	@ModelAttribute("viewer")
	@Nullable Viewer viewer(HttpServletRequest request) {
		return CurrentViewer.of(request).map(CurrentViewer::viewer).orElse(null);
	}

	/** The same person as seen by each of the organizations, by their names. */
	@ModelAttribute("organizations")
	List<Viewer> organizations(HttpServletRequest request) {
		return CurrentViewer.of(request).map(CurrentViewer::everywhere).orElse(List.of());
	}

}
