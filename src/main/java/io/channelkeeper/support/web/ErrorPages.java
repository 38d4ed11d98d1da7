package io.channelkeeper.support.web;

import io.channelkeeper.support.ActionRefused;
import io.channelkeeper.support.ForbiddenException;
import io.channelkeeper.support.NotFoundException;
import io.channelkeeper.support.Tenancy;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;

import org.springframework.beans.TypeMismatchException;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.validation.BindException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.ErrorResponseException;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.ModelAndView;

/**
 * Turns exceptions into friendly pages with the right status, and into problems (RFC
 * 9457) under {@code /api}. What is not named here is our own mistake and goes on to the
 * log and the page for 5xx.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE + 100)
class ErrorPages {

	private final ApplicationEventPublisher events;

	ErrorPages(ApplicationEventPublisher events) {
		this.events = events;
	}

	@ExceptionHandler
	Object notFound(NotFoundException ex, HttpServletRequest request) {
		return answer(HttpStatus.NOT_FOUND, HttpHeaders.EMPTY, request);
	}

	/** Who only looked did nothing; who sent something past the pages did (H-3). */
	@ExceptionHandler
	Object forbidden(ForbiddenException ex, HttpServletRequest request) {
		if (!HttpMethod.GET.matches(request.getMethod()) && !HttpMethod.HEAD.matches(request.getMethod())) {
			this.events.publishEvent(new ActionRefused(Tenancy.current(), ex.who(), ex.action(),
					request.getMethod() + " " + request.getRequestURI()));
		}
		return answer(HttpStatus.FORBIDDEN, HttpHeaders.EMPTY, request);
	}

	/** Somebody else changed the same thing at the same moment. */
	@ExceptionHandler
	Object overtaken(OptimisticLockingFailureException ex, HttpServletRequest request) {
		return answer(HttpStatus.CONFLICT, HttpHeaders.EMPTY, request);
	}

	/** An id in the address that is none leads to nothing; elsewhere it is bad input. */
	@ExceptionHandler
	Object mismatch(TypeMismatchException ex, HttpServletRequest request) {
		boolean inAddress = ex instanceof MethodArgumentTypeMismatchException argument
				&& argument.getParameter().hasParameterAnnotation(PathVariable.class);
		return answer(inAddress ? HttpStatus.NOT_FOUND : HttpStatus.BAD_REQUEST, HttpHeaders.EMPTY, request);
	}

	@ExceptionHandler({ BindException.class, HttpMessageNotReadableException.class,
			HandlerMethodValidationException.class })
	Object unreadable(Exception ex, HttpServletRequest request) {
		return answer(HttpStatus.BAD_REQUEST, HttpHeaders.EMPTY, request);
	}

	@ExceptionHandler({ ServletException.class, ErrorResponseException.class, MultipartException.class })
	Object standard(Exception ex, HttpServletRequest request) throws Exception {
		if (ex instanceof ErrorResponse response) {
			return answer(response.getStatusCode(), response.getHeaders(), request);
		}
		if (ex instanceof MultipartException) {
			return answer(HttpStatus.BAD_REQUEST, HttpHeaders.EMPTY, request);
		}
		throw ex;
	}

	private static Object answer(HttpStatusCode status, HttpHeaders headers, HttpServletRequest request) {
		if (request.getRequestURI().startsWith(request.getContextPath() + "/api/")) {
			return ResponseEntity.status(status)
				.headers(headers)
				.contentType(MediaType.APPLICATION_PROBLEM_JSON)
				.body(ProblemDetail.forStatus(status));
		}
		return new ModelAndView(page(status), status);
	}

	private static String page(HttpStatusCode status) {
		return switch (status.value()) {
			case 403 -> "error/403";
			case 404 -> "error/404";
			case 409 -> "error/409";
			case 413 -> "error/413";
			default -> status.is5xxServerError() ? "error/5xx" : "error/4xx";
		};
	}

}
