# Counts the TAP lines in ctest's log. A test that fails without a "not ok" line (a crash, a leak, a
# program that ran nothing) counts as one failure; a test that prints no TAP counts as one.
/^[0-9]+\/[0-9]+ Test: / {
    ok = not_ok = skip = plan = 0
    tests++
}
/^Command: / { speaks_tap = / "--tap"/ }
/^1\.\.[0-9]+$/ { plan = substr($0, 4) + 0 }
/^ok [0-9]+.*# *SKIP/ {
    skip++
    next
}
/^ok [0-9]/ { ok++ }
/^not ok [0-9]/ { not_ok++ }
/^Test (Passed|Failed|Skipped|Timeout|Fail Reason)[.:]/ {
    bad = $0 !~ /^Test (Passed|Skipped)/
    # A g_test program that says nothing ran nothing; one that ends before its plan is no success.
    if (ok + not_ok + skip < (speaks_tap && plan == 0 ? 1 : plan))
        bad = 1
    if (ok + not_ok + skip == 0 && !bad)
        ok = 1
    if (bad && not_ok == 0)
        not_ok = 1
    passed += ok
    failed += not_ok
    skipped += skip
    ended++
}
END {
    # A log cut short, or a ctest that is unhappy for a reason of its own, is no success.
    if (ended < tests)
        failed += tests - ended
    if (failed == 0 && (status != 0 || passed == 0))
        failed = 1
    if (skipped > 0)
        print skipped " skipped"
    print passed + 0 " passed, " failed + 0 " failed"
    exit failed > 0
}
