package com.wecomesb.api;

import java.util.List;

/** Looks at one side of the installation; what it finds is shown by {@code doctor}. */
@FunctionalInterface
public interface DoctorChecks {

    List<DoctorFinding> run();
}
